/** Says what is wrong to the page's developer; visitors never see it. */
export const warn = (fault: string): void =>
  console.warn(`[SpaceONE Consent] ${fault}. Everything optional stays off.`)
