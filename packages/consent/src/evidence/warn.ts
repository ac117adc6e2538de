/** Says something to the page's developer, as core's own does, of which only types come here. */
export const warn = (fault: string): void => {
  try {
    console.warn(`[SpaceONE Consent] ${fault}`)
  } catch {
    // A page may have broken its console.
  }
}
