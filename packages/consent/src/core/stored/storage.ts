/** Stores the record. Tests and sites can pass their own implementation. */
export interface ConsentStorage {
  /** Returns every stored value. The browser can have several cookies of the same name. */
  read(): readonly string[]
  /**
   * Stores a value, at least until the page is left. An empty value with an age of 0 seconds
   * deletes the stored value. Never throws.
   */
  write(value: string, maxAgeSeconds: number): void
}
