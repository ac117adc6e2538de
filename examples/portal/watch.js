// Shows in the example's live panel which requests were made, what is stored and what was decided.
// All displayed texts are in data-* attributes of the panel, in the page's language.
{
  const SHOWN_REQUESTS = 6
  const SHOWN_CHARACTERS = 28
  const LOG = '/requests'

  const panel = document.querySelector('[data-watch]')
  const words = panel.dataset
  const part = name => panel.querySelector(`[data-watch-${name}]`)
  const rendered = new Map()

  // Only changed texts are written, so that a text selection and the scroll position survive.
  const render = (name, value, write) => {
    const text = JSON.stringify(value)
    if (rendered.get(name) === text) return
    rendered.set(name, text)
    write(value)
  }

  const element = (tag, text) => {
    const node = document.createElement(tag)
    node.textContent = text
    return node
  }

  const time = at => new Date(at).toTimeString().slice(0, 8)

  const shorten = text =>
    text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS)}…` : text

  const requestRow = ({ at, kind, event, gcs }) => {
    const row = document.createElement('tr')
    const cells = [time(at), words[kind] || kind, event || '–', gcs || '–']
    row.append(...cells.map(text => element('td', text)))
    return row
  }

  const cookieItem = ({ name, value }) => {
    const item = document.createElement('li')
    item.append(element('code', name), ' ', element('span', shorten(value)))
    return item
  }

  // `null` means that the server's request log could not be read.
  const showRequests = requests => {
    const count = kind => requests?.filter(request => request.kind === kind).length ?? '–'
    const latest = requests?.slice(-SHOWN_REQUESTS).reverse() ?? []
    part('scripts').textContent = count('script')
    part('hits').textContent = count('hit')
    part('nothing').textContent = requests ? words.nothing : words.missing
    part('nothing').hidden = latest.length > 0
    part('table').hidden = latest.length === 0
    part('requests').replaceChildren(...latest.map(requestRow))
  }

  const showCookies = cookies => {
    const items = cookies.length > 0 ? cookies.map(cookieItem) : [element('li', words.none)]
    part('cookies').replaceChildren(...items)
  }

  const showChoice = ({ status, granted }) => {
    const answer = granted.analytics ? 'allowed' : 'refused'
    const choice = status === 'decided' ? answer : status
    part('choice').dataset.watchChoice = choice
    part('choice').textContent = words[choice] || choice
  }

  const readRequests = async () => {
    try {
      const response = await fetch(LOG, { cache: 'no-store' })
      const log = await response.json()
      return Array.isArray(log.requests) ? log.requests : null
    } catch {
      return null
    }
  }

  const readCookies = () => {
    let text = ''
    try {
      text = document.cookie
    } catch {
      // In a sandboxed frame reading cookies throws.
    }
    return text
      .split('; ')
      .filter(Boolean)
      .map(pair => {
        const [name, ...value] = pair.split('=')
        return { name, value: value.join('=') }
      })
  }

  let asking = false
  const refresh = async () => {
    render('cookies', readCookies(), showCookies)
    if (asking) return
    asking = true
    render('requests', await readRequests(), showRequests)
    asking = false
  }

  const clear = async () => {
    try {
      await fetch(LOG, { method: 'DELETE' })
    } catch {
      // Without Google's stand-in there is no log to clear.
    }
    refresh()
  }

  part('clear').addEventListener('click', clear)
  addEventListener('pageshow', refresh)
  setInterval(() => {
    if (document.visibilityState === 'visible') refresh()
  }, 1000)

  window.spaceoneConsent?.(consent => consent.$state.subscribe(showChoice))
}
