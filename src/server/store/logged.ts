export interface Logged {
  readonly entry: string;
  readonly at: number;
}
