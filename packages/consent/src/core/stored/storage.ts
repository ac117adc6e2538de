/** Stores the record. Tests and sites can pass their own implementation. */
export interface ConsentStorage {
  /** Returns every stored value: several where the browser has several cookies of the name. */
  read(): readonly string[]
  /**
   * Stores a value, at least for this page. An empty value with an age of 0 deletes. Never throws.
   */
  write(value: string, maxAgeSeconds: number): void
}
