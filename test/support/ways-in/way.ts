/** A way to bring something in; runs in the page, with the address. */
export type Way = (address: string) => unknown
