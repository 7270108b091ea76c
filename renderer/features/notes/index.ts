export { ColourPicker } from './ColourPicker.tsx';
export { colourName } from './colour-name.ts';
export { NoteEditor, type NoteWords } from './NoteEditor.tsx';
export { NoteActions } from './NoteActions.tsx';
export { NotesPane } from './NotesPane.tsx';
export { quoteOf } from './quote.ts';
export { TagList } from './NoteItem.tsx';
