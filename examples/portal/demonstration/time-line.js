import { element, part, time, words } from './page.js'

const SHOWN_DECISIONS = 6

const item = (when, kind, title, ...sentences) => {
  const text = sentences.filter(Boolean).join(' ')
  const node = element('li', element('time', when), element('b', title), element('span', text))
  node.dataset.kind = kind
  return node
}

const countOf = requests => requests && words.requests.replace('{count}', requests.length)

const decisionItem = ({ record, at, isGrant, isWithdrawal, deleted, requests }) => {
  const titled = title => `${title} · ${words.surfaces[record.s] ?? record.s}`
  const count = countOf(requests)
  if (isGrant) return item(time(at), 'grant', titled(words.granted), words.started, count)
  if (!isWithdrawal)
    return item(time(at), 'refusal', titled(words.rejected), words.notStarted, count)
  const silent = requests?.length === 0 && words.silent
  const cookies = deleted.length > 0 && words.cookiesDeleted.replace('{names}', deleted.join(', '))
  return item(time(at), 'withdrawal', titled(words.withdrawn), silent, count, cookies)
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
