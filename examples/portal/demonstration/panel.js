import { showBlocked } from './blocked.js'
import { element, factsOf, isOfGoogle, part, render, time, words } from './page.js'
import { showChoice, showRecord } from './record.js'
import { showTimeLine } from './time-line.js'

const SHOWN_REQUESTS = 8
const SHOWN_CHARACTERS = 32

const requestItem = ({ at, kind, event, gcs }) => {
  const facts = factsOf([
    [words.event, event],
    ['gcs', gcs],
  ])
  return element('li', element('time', time(at)), words[kind], element('span', facts))
}

const showRequests = requests => {
  const count = kind => requests?.filter(request => request.kind === kind).length ?? '–'
  const latest = requests?.slice(-SHOWN_REQUESTS).reverse() ?? []
  part('scripts').textContent = count('script')
  part('hits').textContent = count('hit')
  part('nothing').hidden = latest.length > 0 || !requests
  part('requests').replaceChildren(...latest.map(requestItem))
}

const shorten = text =>
  text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS)}…` : text

const cookieItem = ({ name, value }) => {
  const item = element('li', element('code', name), ' ', element('span', shorten(value)))
  item.classList.toggle('is-google', isOfGoogle({ name }))
  return item
}

const showCookies = cookies => {
  const items = cookies.length > 0 ? cookies.map(cookieItem) : [element('li', words.none)]
  part('cookies').replaceChildren(...items)
}

/** Shows what is known of this tab in the panel. */
export const showPanel = ({ requests, cookies, state, decisions, ledger }) => {
  render('requests', requests, showRequests)
  render('cookies', cookies, showCookies)
  render('ledger', ledger, showBlocked)
  render('time-line', [decisions, requests], () => showTimeLine(decisions, requests))
  if (!state) return
  render('choice', [state.status, state.granted], () => showChoice(state))
  render('record', state.record ?? null, showRecord)
}
