import type { Nodes, Parents } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { Fragment } from 'react';
import type { ReactElement, ReactNode } from 'react';

/** Nested deeper than this, marks are shown as they were written. */
const DEEPEST = 24;

/**
 * Markdown as elements: paragraphs, headings, emphasis, lists, quotes, code. Made from the parsed nodes, so nothing that a
 * note holds is ever read as HTML; links and pictures are their words, and lead nowhere.
 */
export function renderMarkdown(text: string): ReactElement {
  const root = fromMarkdown(text);
  return <>{children(root, text, 0)}</>;
}

function children(parent: Parents, text: string, depth: number): readonly ReactNode[] {
  return parent.children.map((node, index) => (
    // The nodes of a text that is shown have no other name than their place.
    <Fragment key={index}>{element(node, text, depth + 1)}</Fragment>
  ));
}

function element(node: Nodes, text: string, depth: number): ReactNode {
  if (depth > DEEPEST) return written(node, text);
  switch (node.type) {
    case 'text':
      return node.value;
    case 'paragraph':
      return <p>{children(node, text, depth)}</p>;
    case 'heading':
      return (
        <p>
          <strong>{children(node, text, depth)}</strong>
        </p>
      );
    case 'emphasis':
      return <em>{children(node, text, depth)}</em>;
    case 'strong':
      return <strong>{children(node, text, depth)}</strong>;
    case 'inlineCode':
      return <code>{node.value}</code>;
    case 'code':
      return <pre>{node.value}</pre>;
    case 'blockquote':
      return <blockquote>{children(node, text, depth)}</blockquote>;
    case 'list':
      return node.ordered === true ? (
        <ol start={node.start ?? 1}>{children(node, text, depth)}</ol>
      ) : (
        <ul>{children(node, text, depth)}</ul>
      );
    case 'listItem':
      return <li>{children(node, text, depth)}</li>;
    case 'link':
      return <span title={node.url}>{children(node, text, depth)}</span>;
    case 'break':
      return <br />;
    case 'thematicBreak':
      return <hr />;
    default:
      return written(node, text);
  }
}

/** What has no element here (HTML, pictures, definitions) stands as it was written. */
function written({ position }: Nodes, text: string): string {
  return text.slice(position?.start.offset ?? 0, position?.end.offset ?? 0);
}
