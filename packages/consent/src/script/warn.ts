import { warn as say } from '../shared/warn.ts'

/** Says what is wrong to the page's developer; visitors never see it. */
export const warn = (fault: string): void => say(`${fault}. Everything optional stays off.`)
