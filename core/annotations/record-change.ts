/** One record before and after a user's action; null = it is not there. A journal row holds exactly this. */
export interface RecordChange<T> {
  readonly id: string;
  readonly before: T | null;
  readonly after: T | null;
}

/** The change that takes another one back. */
export function inverse<T>(change: RecordChange<T>): RecordChange<T> {
  return { id: change.id, before: change.after, after: change.before };
}
