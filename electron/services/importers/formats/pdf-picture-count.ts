/** Thrown for a file that holds or draws more pictures than can be named. */
export class TooManyPictures extends Error {}

/** Counts pictures of a file, of which each takes more time than text does. */
export class PictureCount {
  readonly #most: number;
  #count = 0;

  /** @param most how many there may be, at least 0 */
  constructor(most: number) {
    this.#most = most;
  }

  /** Counts so many more, at least 0. Throws {@link TooManyPictures} when these are too many. */
  add(count = 1): void {
    this.#count += count;
    if (this.#count > this.#most) throw new TooManyPictures('pictures');
  }
}
