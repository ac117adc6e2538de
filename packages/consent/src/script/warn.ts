import { warn as say } from '@spaceone/consent-core'

/** Says what is wrong to the page's developer; visitors never see it. */
export const warn = (fault: string): void => say(`${fault}. Everything optional stays off.`)
