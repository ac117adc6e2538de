// The notes beside a text to copy.

import { fill } from './fill.js'
import { DEFAULTS, hasNonce, listOf } from './settings.js'

/** Returns the notes for a kind of text, such as `tag`. */
export const notesFor = (kind, { ga, ads, csp, services }, { notes, noAds }) => {
  const isCode = ['npm', 'vue', 'react'].includes(kind)
  const hosts = services.flatMap(service => listOf(service.hosts)).join(', ')
  return [
    kind !== 'csp' && notes[isCode ? 'npm' : kind],
    kind === 'csp' && !csp && notes.noCsp,
    (kind === 'csp' || kind === 'tag') && hasNonce(csp) && notes.csp,
    (kind === 'csp' || kind === 'tag') && csp === 'hosts' && notes.cspFiles,
    kind === 'vue' && notes.vue,
    kind === 'tag' && ads && noAds,
    kind === 'csp' && csp && ads && notes.cspAds,
    kind === 'csp' && csp && hosts && fill(notes.cspServices, { hosts }),
    isCode && services[0] && notes.services,
    (isCode || kind === 'tag') && ga === DEFAULTS.ga && fill(notes.example, { id: ga }),
  ].filter(Boolean)
}
