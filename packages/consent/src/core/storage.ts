/** Where the record is kept. A port: tests and hosts may hand in their own. */
export interface ConsentStorage {
  /** Every value found. More than one where the browser holds several cookies of the name. */
  read(): readonly string[]
  /** Keeps a value, for this page at least. An empty one for no time deletes it. Never throws. */
  write(value: string, maxAgeSeconds: number): void
}
