import { utilityProcess, type UtilityProcess } from 'electron';

/** Starts the process that owns the data; it waits for its first message. `entry` is the path of its bundle. */
export function forkLibrary(entry: string): UtilityProcess {
  return utilityProcess.fork(entry, [], { serviceName: 'Zhupi library', stdio: 'inherit' });
}
