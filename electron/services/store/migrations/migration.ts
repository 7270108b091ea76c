/** One step of the schema. Numbers run from 1 without a gap; a step that was released is never changed. */
export interface Migration {
  readonly number: number;
  readonly sql: string;
}
