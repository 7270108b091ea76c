import { launch, newDataFolder, type Launched, type LaunchOptions } from './launch.ts';
import { ReaderWindow } from './pages/reader-window.ts';

/** A running Zhupi on a data folder of its own that can be closed and started again, as users do. */
export class Session {
  readonly dataDir: string;
  readonly #options: Omit<LaunchOptions, 'dataDir'>;
  #launched: Launched;
  #reader: ReaderWindow;

  private constructor(dataDir: string, options: Omit<LaunchOptions, 'dataDir'>, launched: Launched) {
    this.dataDir = dataDir;
    this.#options = options;
    this.#launched = launched;
    this.#reader = new ReaderWindow(launched);
  }

  /** Starts Zhupi; `dataDir` may hold what the command put there before. */
  static async start({
    dataDir = newDataFolder(),
    ...options
  }: Partial<LaunchOptions> = {}): Promise<Session> {
    return new Session(dataDir, options, await launch({ ...options, dataDir }));
  }

  get reader(): ReaderWindow {
    return this.#reader;
  }

  get app(): Launched['app'] {
    return this.#launched.app;
  }

  get page(): Launched['page'] {
    return this.#launched.page;
  }

  /** Closes the program as a user does and starts it again on the same data. */
  async restart(): Promise<void> {
    await this.close();
    this.#launched = await launch({ ...this.#options, dataDir: this.dataDir });
    this.#reader = new ReaderWindow(this.#launched);
  }

  async close(): Promise<void> {
    await this.#launched.app.close();
  }
}
