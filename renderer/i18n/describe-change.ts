import type { Edit } from '#core/text/edit.ts';
import { visibleText } from '../ui/visible-text.ts';
import type { Messages } from './catalogue.ts';

/** What an edit does, in a few words. */
export function describeChange({ repair }: Messages, edit: Pick<Edit, 'before' | 'after'>): string {
  const before = visibleText(edit.before);
  const after = visibleText(edit.after);
  if (after === '') return repair.changeRemoved({ before });
  return before === '' ? repair.changeInserted({ after }) : repair.changeReplaced({ before, after });
}
