export { ColourPicker } from './ColourPicker.tsx';
export { NoteEditor } from './NoteEditor.tsx';
export { saveNewNote, type NoteWords } from './save-note.ts';
export { NoteActions } from './NoteActions.tsx';
export { NoteDialogs } from './NoteDialogs.tsx';
export { NotesPane } from './NotesPane.tsx';
export { quoteOf } from './quote.ts';
export { NoteBody } from './NoteBody.tsx';
