/** How tall the rows of a list were when they were laid out. What hasn't been is taken for as tall as most. */
export class RowHeights {
  readonly #times = new Map<number, number>();
  #usual: number;
  #moved = false;

  /** `usual` in pixels, until a row has been laid out. */
  constructor(usual: number) {
    this.#usual = usual;
  }

  get usual(): number {
    return this.#usual;
  }

  /** A row was laid out that had been taken for `before` pixels tall. */
  note(height: number, before: number): void {
    const times = (this.#times.get(height) ?? 0) + 1;
    this.#times.set(height, times);
    if (times >= (this.#times.get(this.#usual) ?? 0)) this.#usual = height;
    if (height !== before) this.#moved = true;
  }

  /** Whether a row has turned out to be of another height since this was asked last. */
  takeMoved(): boolean {
    const moved = this.#moved;
    this.#moved = false;
    return moved;
  }
}
