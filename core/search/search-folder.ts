import { loadFolder, type Folder } from '../script/index.ts';

let loading: Promise<Folder> | undefined;

/** The folder of reading texts, one for all who search: its tables are made once. */
export function loadSearchFolder(): Promise<Folder> {
  loading ??= loadFolder();
  return loading;
}
