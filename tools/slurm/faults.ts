/** What may happen to a task on a cluster: it is moved elsewhere, or dies. */
import { setTimeout as wait } from 'node:timers/promises';
import { type Slurm, type Task } from './slurm.ts';

interface Plan {
  readonly faults: number;
  readonly random: { readonly uniform: () => number };
  /** From 0 to 1: faults come all along the way. */
  readonly progress: () => number;
}

export interface Disturbed {
  readonly requeued: number;
  readonly killed: number;
}

const ended = ({ state }: Task): boolean => /^(COMPLETED|FAILED|CANCELLED)$/.test(state);

/** Requeues and kills running tasks, one after the other, and starts again what was killed, until all have ended. */
export async function disturb(slurm: Slurm, job: string, plan: Plan): Promise<Disturbed> {
  const { faults, random, progress } = plan;
  const dead = new Set<number>();
  const done = { requeued: 0, killed: 0 };
  for (;;) {
    const tasks = await slurm.tasks(job);
    for (const { index } of tasks.filter((task) => ended(task) && dead.has(task.index))) {
      await slurm.requeue(job, index);
      dead.delete(index);
    }
    const count = done.requeued + done.killed;
    const running = tasks.filter(({ state, index }) => state === 'RUNNING' && !dead.has(index));
    if (tasks.every(ended) && dead.size === 0) return done;
    const victim = running[Math.floor(random.uniform() * running.length)];
    if (count < faults && victim !== undefined && progress() >= (count / faults) * 0.9) {
      if (random.uniform() < 0.5) {
        await slurm.requeue(job, victim.index);
        done.requeued++;
      } else {
        await slurm.kill(job, victim.index);
        dead.add(victim.index);
        done.killed++;
      }
    }
    await wait(100);
  }
}
