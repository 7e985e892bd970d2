/** `minfraud batch INPUT`, and the commands of a queue, whose names stand in the place of the input. */
import { buildRouteMap, type RouteMap } from '@stricli/core';
import { type CliContext } from '../context.ts';
import { batchCommand } from './command.ts';
import { queueCommands } from './queue/commands.ts';

export const batchRoutes: RouteMap<CliContext> = buildRouteMap({
  // No file is called so.
  routes: { '(input)': batchCommand, ...queueCommands },
  defaultCommand: '(input)',
  docs: { brief: batchCommand.brief, hideRoute: { '(input)': true } },
});
