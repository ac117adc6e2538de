import { part } from './parts.js'
import { element, time } from './render.js'
import { words } from './words.js'

const SHOWN_DECISIONS = 6

const item = (when, kind, title, ...sentences) => {
  const text = sentences.filter(Boolean).join(' ')
  const node = element('li', element('time', when), element('b', title), element('span', text))
  node.dataset.kind = kind
  return node
}

const countOf = requests => requests && words.requests.replace('{count}', requests.length)

const decisionItem = ({ record, at, isGrant, isWithdrawal, deleted, requests }) => {
  const where = words.surfaces[record.s] ?? record.s
  if (isGrant)
    return item(time(at), 'grant', `${words.granted} · ${where}`, words.started, countOf(requests))
  const cookies = deleted.length > 0 && words.cookiesDeleted.replace('{names}', deleted.join(', '))
  return isWithdrawal
    ? item(
        time(at),
        'withdrawal',
        `${words.withdrawn} · ${where}`,
        requests?.length === 0 && words.silent,
        countOf(requests),
        cookies,
      )
    : item(time(at), 'refusal', `${words.rejected} · ${where}`, words.notStarted, countOf(requests))
}

/** Shows the decisions, newest first, and what this tab has requested between them. */
export const showTimeLine = (decisions, requests) => {
  const first = decisions.at(-1)?.at ?? Number.POSITIVE_INFINITY
  const before = requests?.filter(({ at }) => at < first)
  part('time-line').replaceChildren(
    ...decisions.slice(0, SHOWN_DECISIONS).map(decisionItem),
    item('–', 'before', words.before, countOf(before)),
  )
}
