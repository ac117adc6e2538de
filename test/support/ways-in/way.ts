/** Makes a request for an address in one particular way. Runs in the page. */
export type Way = (address: string) => unknown
