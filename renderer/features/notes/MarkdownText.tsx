import { useEffect, useState } from 'react';
import type { ReactElement } from 'react';
import { classes } from '#renderer/ui/classes.ts';
import styles from './notes.module.css';

type Render = (text: string) => ReactElement;

let loaded: Render | null = null;

/** Signs that mean something in Markdown; words without them need no parser. */
const MARKS = /[*_`#>~[\]\\|&<]|^\s*(?:[-+]|\d{1,9}[.)])\s|^\s*(?:---|===)/mu;

/** A note's words with their Markdown: paragraphs, emphasis, lists, quotes, code; links as text. HTML stays text. */
export function MarkdownText({
  text,
  className,
}: {
  readonly text: string;
  readonly className?: string | undefined;
}): ReactElement {
  const marked = MARKS.test(text);
  const render = useRender(marked);
  if (!marked || render === null) return <p className={classes(styles.plain, className)}>{text}</p>;
  return <div className={classes(styles.markdown, className)}>{render(text)}</div>;
}

/** The renderer, loaded when a note first needs it; null until then. */
function useRender(wanted: boolean): Render | null {
  const [render, setRender] = useState<Render | null>(() => loaded);
  useEffect(() => {
    if (!wanted || loaded !== null) return undefined;
    let current = true;
    void import('./render-markdown.tsx').then(({ renderMarkdown }) => {
      loaded = renderMarkdown;
      if (current) setRender(() => renderMarkdown);
    });
    return () => {
      current = false;
    };
  }, [wanted]);
  return render;
}
