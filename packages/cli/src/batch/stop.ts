/** Why a run ended before its last row. */
export interface Stop {
  readonly why: 'refused' | 'budget' | 'network' | 'disk' | 'input' | 'interrupted';
  readonly message: string;
  /** --resume by itself would end in the same way. */
  readonly isFinal?: true;
}
