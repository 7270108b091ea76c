import { useEffect, useState } from 'react';
import type { ReactElement } from 'react';
import type { Annotation } from '#core/annotations/record.ts';
import type { NoteCandidate, ReportContent } from '#core/ipc/payloads.ts';
import { toB } from '#core/text/map-range.ts';
import { readingOf } from '#renderer/dom/reading-of.ts';
import { useMessages } from '#renderer/i18n/messages-context.ts';
import { reportLanguage } from '#renderer/state/report/report-language.ts';
import { labelOfPlace, reportOutline } from '#renderer/state/report/report-outline.ts';
import { useWindow, useWindowParts } from '#renderer/state/window/use-window.ts';
import { Button } from '#renderer/ui/Button.tsx';
import styles from './notes.module.css';

interface CandidatesProps {
  readonly note: Annotation;
  readonly content: ReportContent;
  /** A sentence over them. */
  readonly intro: string;
}

/** Characters of the text that stand beside a candidate's words. */
const AROUND = 12;

/** The places where a note may belong, to look at and to take. */
export function Candidates({ note, content, intro }: CandidatesProps): ReactElement | null {
  const { notes } = useMessages();
  const candidates = useCandidates(note, content);
  if (candidates === null) return null;
  if (candidates.length === 0) return <p className={styles.resolveIntro}>{notes.noCandidates}</p>;
  return (
    <>
      <p className={styles.resolveIntro}>{intro}</p>
      <ul aria-label={notes.candidates} className={styles.candidates}>
        {candidates.map((place) => (
          <li key={`${place.start}-${place.end}`} className={styles.candidate}>
            <Candidate note={note} content={content} place={place} />
          </li>
        ))}
      </ul>
    </>
  );
}

interface CandidateProps extends Omit<CandidatesProps, 'intro'> {
  readonly place: NoteCandidate;
}

function Candidate({ note, content, place }: CandidateProps): ReactElement {
  const { notes } = useMessages();
  const openReport = useWindow((state) => state.openReport);
  const placeNote = useWindow((state) => state.placeNote);
  const { text, map } = readingOf(content);
  const range = toB(map, place);
  const quote = text.slice(range.start, range.end);
  const { start, end } = place;
  return (
    <>
      <button
        type="button"
        className={styles.candidateText}
        lang={reportLanguage('source', content)}
        aria-label={notes.lookAt({ quote })}
        onClick={() => openReport(note.reportId, { start, end, flash: true })}
      >
        <span className={styles.candidateLabel}>{labelOfPlace(reportOutline(content), place)}</span>
        {text.slice(Math.max(0, range.start - AROUND), range.start).replace(/^.*\n/su, '')}
        <mark className={styles.candidateQuote}>{quote}</mark>
        {text.slice(range.end, range.end + AROUND).replace(/\n.*$/su, '')}
      </button>
      <Button className={styles.slim} onClick={() => void placeNote(note.id, { start, end })}>
        {notes.belongsHere}
      </Button>
    </>
  );
}

/** Null while they are looked for. */
function useCandidates(
  { id, revision }: Annotation,
  content: ReportContent,
): readonly NoteCandidate[] | null {
  const { client, store } = useWindowParts();
  const [candidates, setCandidates] = useState<readonly NoteCandidate[] | null>(null);
  const { version } = content;
  useEffect(() => {
    let wanted = true;
    void client.noteCandidates({ id }).then((answer) => {
      if (!wanted) return;
      setCandidates(answer.ok ? answer.value : []);
      if (!answer.ok) store.getState().tellError(answer.error);
    });
    return () => {
      wanted = false;
    };
  }, [client, store, id, revision, version]);
  return candidates;
}
