import * as fs from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import type { ListOrder } from '#core/ipc/calls/first-reports.ts';
import { DEFAULT_SETTINGS, settingsSchema, type Settings } from '#core/ipc/settings.ts';
import { writeWhole } from './store/originals.ts';

/** How many reading positions are remembered; the ones not touched for longest go. */
const POSITIONS = 5000;
/** Milliseconds between a change and its writing. */
const WRITE_DELAY = 500;

const boundsSchema = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().min(1),
  height: z.number().int().min(1),
  maximized: z.boolean(),
});
export type WindowBounds = Readonly<z.infer<typeof boundsSchema>>;

/** What belongs to this machine, in state.json. */
export interface MachineState {
  readonly settings: Settings;
  readonly lastReportId: string | null;
  /** null before the first window was closed. */
  readonly bounds: WindowBounds | null;
  /** Source offset (UTF-16 units) of the first visible character, by report. */
  readonly positions: Readonly<Record<string, number>>;
  /** What the user has not read yet about the data: see kept-notices.ts, which checks them. */
  readonly notices: readonly unknown[];
}

export interface StateFile {
  get(): MachineState;
  /** Replaces whole fields; written half a second later. */
  change(change: Partial<MachineState>): void;
  savePosition(reportId: string, offset: number): void;
  /** Writes what is not yet written. Throws `disk-full`, `store-unwritable`. */
  flush(): void;
}

/** What decides which rows of the list of reports are in sight. */
export function listOrder(state: StateFile): ListOrder {
  const { settings, lastReportId } = state.get();
  return { sort: settings.librarySort, near: lastReportId };
}

export interface StateFileOptions {
  /** Told when a write in the background fails; the state stays in memory and is tried with the next change. */
  readonly onError?: (thrown: unknown) => void;
  readonly now?: () => number;
}

/**
 * Reads state.json. A field that is missing or bad takes its default; a file that is no JSON object is set aside as
 * `state.damaged-<time>.json`. It never fails: this state is not worth a start that does.
 */
export function openStateFile(file: string, options: StateFileOptions = {}): StateFile {
  let state = parse(readObject(file, options.now ?? Date.now));
  let timer: NodeJS.Timeout | undefined;
  let isDirty = false;
  const flush = (): void => {
    clearTimeout(timer);
    timer = undefined;
    if (!isDirty) return;
    writeWhole(file, Buffer.from(`${JSON.stringify(state, null, 2)}\n`, 'utf8'));
    isDirty = false;
  };
  const change = (next: Partial<MachineState>): void => {
    state = { ...state, ...next };
    isDirty = true;
    timer ??= setTimeout(() => {
      try {
        flush();
      } catch (thrown) {
        options.onError?.(thrown);
      }
    }, WRITE_DELAY);
  };
  return {
    get: () => state,
    change,
    savePosition: (reportId, offset) => {
      const others = Object.entries(state.positions).filter(([id]) => id !== reportId);
      change({ positions: Object.fromEntries([...others, [reportId, offset]].slice(-POSITIONS)) });
    },
    flush,
  };
}

function readObject(file: string, now: () => number): Readonly<Record<string, unknown>> {
  let text: string;
  try {
    text = fs.readFileSync(file, 'utf8');
  } catch {
    return {};
  }
  try {
    return z.record(z.string(), z.unknown()).parse(JSON.parse(text));
  } catch {
    setAside(file, now());
    return {};
  }
}

function setAside(file: string, now: number): void {
  const { dir, name, ext } = path.parse(file);
  try {
    fs.renameSync(file, path.join(dir, `${name}.damaged-${String(now)}${ext}`));
  } catch {
    // It will be overwritten: nothing in it can be read anyway.
  }
}

function parse(raw: Readonly<Record<string, unknown>>): MachineState {
  const lastReportId = z.string().min(1).safeParse(raw['lastReportId']);
  const bounds = boundsSchema.safeParse(raw['bounds']);
  const positions = z.record(z.string(), z.unknown()).safeParse(raw['positions']);
  return {
    settings: parseSettings(raw['settings']),
    lastReportId: lastReportId.success ? lastReportId.data : null,
    bounds: bounds.success ? bounds.data : null,
    positions: positions.success ? numbersOf(positions.data) : {},
    notices: Array.isArray(raw['notices']) ? raw['notices'] : [],
  };
}

/** Field by field, so that one bad value costs only itself. */
function parseSettings(raw: unknown): Settings {
  const object = z.record(z.string(), z.unknown()).safeParse(raw);
  if (!object.success) return DEFAULT_SETTINGS;
  const good = Object.entries(settingsSchema.shape).flatMap(([key, schema]) => {
    const value = schema.safeParse(object.data[key]);
    return value.success ? [[key, value.data] as const] : [];
  });
  return settingsSchema.parse({ ...DEFAULT_SETTINGS, ...Object.fromEntries(good) });
}

function numbersOf(raw: Readonly<Record<string, unknown>>): Record<string, number> {
  const offset = z.number().int().nonnegative();
  return Object.fromEntries(
    Object.entries(raw).flatMap(([id, value]) => {
      const parsed = offset.safeParse(value);
      return parsed.success ? [[id, parsed.data] as const] : [];
    }),
  );
}
