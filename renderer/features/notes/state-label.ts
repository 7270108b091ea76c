import type { AnchorState } from '#core/annotations/record.ts';
import type { Messages } from '#renderer/i18n/catalogue.ts';

/** The name of a state for people. */
export function stateLabel({ notes }: Messages, state: AnchorState): string {
  switch (state) {
    case 'exact':
      return notes.stateExact;
    case 'moved':
      return notes.stateMoved;
    case 'doubtful':
      return notes.stateDoubtful;
    case 'orphan':
      return notes.stateOrphan;
  }
}
