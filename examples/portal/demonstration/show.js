// Shows live what this tab requests and stores. This is a part of the example, not of the SDK.

import { readLedger, tryGoogle } from './blocked.js'
import { decisionsOf, noteRecord } from './decisions.js'
import { part, readCookies } from './page.js'
import { showPanel } from './panel.js'
import { followRequests } from './requests.js'
import { showStrip } from './strip.js'
import { forget } from './tab.js'

let requests
let state
let history = []
let cookies = readCookies()

const show = () => {
  cookies = readCookies()
  const decisions = decisionsOf(history, requests)
  const facts = { requests, cookies, state, decisions, ledger: readLedger() }
  showStrip(facts)
  showPanel(facts)
}

followRequests(found => {
  requests = found
  show()
})

window.spaceoneConsent?.(consent => {
  consent.$state.subscribe(now => {
    noteRecord(now.record, cookies)
    state = now
    history = consent.history()
    show()
  })
  part('restart').addEventListener('click', () => {
    consent.erase()
    forget()
    location.reload()
  })
})

part('try').addEventListener('click', tryGoogle)

setInterval(() => {
  if (document.visibilityState === 'visible') show()
}, 1000)
