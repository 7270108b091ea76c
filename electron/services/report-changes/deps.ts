import type { PackReports } from '../library-types.ts';
import type { Originals } from '../store/originals.ts';
import type { NotesDeps } from '../notes/notes.ts';

/** What changes of reports need. */
export interface ReportChangesDeps extends NotesDeps {
  readonly dataDir: string;
  readonly originals: Originals;
  /** The report with the same bytes or text among the packs, if any. */
  readonly packs: NotesDeps['packs'] & Pick<PackReports, 'findDuplicate'>;
}
