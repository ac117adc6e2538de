// A stand-in for Google's gtag.js, for the examples and the browser tests.
//
// Google's own file is not ours to ship, and a test must not reach Google. This one is written from
// what copies of the real one were observed to do in Chromium and Firefox: which requests leave,
// which cookies are written, in which order. It holds none of Google's code and measures nothing.
// Like the real one it sends to Google's address unless the page gives `server_container_url`.
;(() => {
  const TWO_YEARS_SECONDS = 63072000
  const SESSION_SECONDS = 1800
  const BATCH_MS = 5000
  /** A setting of the property, which no page can change: a test's server turns it on. */
  const ENHANCED = false
  /** The time from a change of the address to the page view of enhanced measurement. */
  const HISTORY_MS = 1100

  const source = document.currentScript?.src
  if (!source) return
  const { searchParams } = new URL(source)
  const id = searchParams.get('id')
  const layerName = searchParams.get('l') || 'dataLayer'

  const loaded = window.google_tag_manager || {}
  if (!id || loaded[id]) return
  loaded[id] = {}
  window.google_tag_manager = loaded

  /** Later hits carry this address too, wherever the page has gone since. */
  const addressAtLoad = location.href
  const defaults = {}
  const updates = {}
  const settingsOfSet = {}
  /** Shared part of an address → the events that wait to be sent to it. */
  const batch = new Map()
  let batchTimer
  let config
  let clientId
  let session
  let isPageViewSent = false
  let engagedSince = document.visibilityState === 'visible' ? Date.now() : undefined

  const nowSeconds = () => Math.floor(Date.now() / 1000)
  const setting = name => config?.[name] ?? settingsOfSet[name]

  // A type nobody has spoken of counts as granted: a `config` before the `default` is sent in full.
  const isGranted = type => (updates[type] ?? defaults[type]) !== 'denied'
  const bit = type => (isGranted(type) ? 1 : 0)
  const gcs = () => `G1${bit('ad_storage')}${bit('analytics_storage')}`

  // Asked anew every time, so that both work late and can be turned back.
  const isSwitchedOff = () =>
    window[`ga-disable-${id}`] === true || Boolean(window._gaUserPrefs?.ioo?.())

  const valuesOf = name =>
    document.cookie
      .split('; ')
      .filter(pair => pair.startsWith(`${name}=`))
      .map(pair => pair.slice(name.length + 1))

  const writeCookie = (name, value, domain, seconds) => {
    const expires = seconds && new Date(Date.now() + seconds * 1000).toUTCString()
    const attributes = [
      `path=${setting('cookie_path') || '/'}`,
      domain && `domain=${domain}`,
      expires && `expires=${expires}`,
      setting('cookie_flags'),
    ]
    document.cookie = [`${name}=${value}`, ...attributes.filter(Boolean)].join('; ')
  }

  /** The domains to try, widest first; '' is this host alone. */
  const cookieDomains = () => {
    const wanted = setting('cookie_domain') || 'auto'
    if (wanted === 'none') return ['']
    if (wanted !== 'auto') return [wanted]
    if (/^[\d.]+$/.test(location.hostname)) return ['']
    const labels = location.hostname.split('.')
    return [...labels.slice(1).map((_, more) => labels.slice(-2 - more).join('.')), '']
  }

  /** Keeps a cookie where the browser takes it; `false` where it takes it nowhere. */
  const storeCookie = (name, value) => {
    if (isSwitchedOff()) return false
    // The session's cookie is renewed all the same.
    const isRenewed = setting('cookie_update') !== false || name === sessionCookieName()
    if (!isRenewed && valuesOf(name).length > 0) return true
    const copies = () => valuesOf(name).filter(found => found === value).length
    return cookieDomains().some(domain => {
      // Taken away first: else the cookie of an earlier page looks like one just accepted.
      writeCookie(name, '', domain, -1)
      const before = copies()
      writeCookie(name, value, domain, setting('cookie_expires') ?? TWO_YEARS_SECONDS)
      return copies() > before
    })
  }

  const cookieName = () => `${setting('cookie_prefix') || ''}_ga`
  const sessionCookieName = () => `${cookieName()}_${id.replace(/^G-/, '')}`

  const newClientId = () => `${1 + Math.floor(Math.random() * 2147483646)}.${nowSeconds()}`
  const readClientId = () => /^GA1\.\d+\.(\d+\.\d+)$/.exec(valuesOf(cookieName())[0])?.[1]

  const newSession = count => ({ start: nowSeconds(), count })
  const readSession = () => {
    const found = /^GS2\.1\.s(\d+)\$o(\d+).*\$t(\d+)/.exec(valuesOf(sessionCookieName())[0])
    if (!found) return newSession(1)
    const [start, count, last] = found.slice(1).map(Number)
    return nowSeconds() - last < SESSION_SECONDS ? { start, count } : newSession(count + 1)
  }

  /** Makes sure there is somebody to send about; `false` where cookies may be kept and cannot. */
  const identify = () => {
    if (!isGranted('analytics_storage')) {
      clientId = clientId || newClientId()
      session = session || newSession(1)
      return true
    }
    if (!clientId) {
      const candidate = readClientId() || newClientId()
      if (!storeCookie(cookieName(), `GA1.1.${candidate}`)) return false
      clientId = candidate
    }
    session = session || readSession()
    const { start, count } = session
    storeCookie(sessionCookieName(), `GS2.1.s${start}$o${count}$g1$t${nowSeconds()}$j60$l0$h0`)
    return true
  }

  const query = fields => new URLSearchParams(fields).toString()

  const collectAddress = () => {
    const server = setting('server_container_url') || setting('transport_url')
    const base = (server || 'https://www.google-analytics.com').replace(/\/+$/, '')
    return new URL(`${base}/g/collect`, document.baseURI).href
  }

  const takeEngagementMs = () => {
    if (engagedSince === undefined) return 0
    const now = Date.now()
    const spent = now - engagedSince
    engagedSince = now
    return spent
  }

  const send = (address, events) => {
    const isOne = events.length === 1
    const url = isOne ? `${address}&${events[0]}` : address
    const body = isOne ? undefined : events.join('\r\n')
    if (setting('transport_type') === 'beacon') {
      navigator.sendBeacon(url, body)
      return
    }
    const options = { method: 'POST', keepalive: true, mode: 'no-cors', credentials: 'include' }
    // `window.fetch` is looked up here, not at load: a guard put in place later is met as well.
    Promise.resolve(window.fetch(url, isOne ? options : { ...options, body })).catch(() => {})
  }

  // The switches are not asked here: what waits in the batch leaves in spite of them.
  const flush = () => {
    clearTimeout(batchTimer)
    batchTimer = undefined
    const waiting = [...batch]
    batch.clear()
    for (const [address, events] of waiting) send(address, events)
  }

  const hit = (name, params = {}, isAtOnce = false) => {
    if (isSwitchedOff() || !identify()) return
    const dl = params.page_location ?? setting('page_location') ?? addressAtLoad
    const dt = params.page_title ?? setting('page_title') ?? document.title
    const who = { v: 2, tid: id, cid: clientId, sid: session.start, gcs: gcs(), dl, dt }
    const address = `${collectAddress()}?${query(who)}`
    const event = query({ en: name, _et: takeEngagementMs() })
    const isFirstPageView = name === 'page_view' && !isPageViewSent
    if (isFirstPageView || isAtOnce) {
      isPageViewSent = true
      send(address, [event])
      return
    }
    batch.set(address, [...(batch.get(address) || []), event])
    batchTimer = batchTimer ?? setTimeout(flush, BATCH_MS)
  }

  const setConsent = (states, changes) => {
    const wasGranted = isGranted('analytics_storage')
    Object.assign(states, changes)
    if (isGranted('analytics_storage') === wasGranted) return
    // The cookies stay, but they are another visitor's from here on.
    clientId = undefined
    session = undefined
  }

  const commands = {
    consent: (action, changes) => {
      if (action === 'default') setConsent(defaults, changes)
      if (action === 'update') setConsent(updates, changes)
    },
    set: (nameOrSettings, value) => {
      const isName = typeof nameOrSettings === 'string'
      Object.assign(settingsOfSet, isName ? { [nameOrSettings]: value } : nameOrSettings)
    },
    config: (target, settings) => {
      if (target !== id) return
      config = { ...settings }
      if (isSwitchedOff()) return
      if (setting('send_page_view') === false) identify()
      else hit('page_view')
    },
    event: (name, params) => {
      const targets = [params?.send_to ?? id].flat()
      if (config && (targets.includes(id) || targets.includes('default'))) hit(name, params)
    },
    get: (target, field, callback) => {
      if (target !== id || typeof callback !== 'function') return
      if (config && !isSwitchedOff()) identify()
      const known = { client_id: clientId, session_id: session && String(session.start) }
      // Later, so that a callback that throws takes no other command with it.
      queueMicrotask(() => callback(known[field] ?? setting(field)))
    },
  }

  // Plain arrays are passed over as the real one does, which is why `gtag` must push `arguments`.
  const isCommand = entry =>
    Object.prototype.toString.call(entry) === '[object Arguments]' && typeof entry[0] === 'string'
  const handle = entry => {
    if (!isCommand(entry)) return
    const [name, ...rest] = entry
    commands[name]?.(...rest)
  }

  // Leaving is told twice, by `visibilitychange` and by `pagehide`; the first one counts.
  const leave = () => {
    if (config && engagedSince !== undefined) hit('user_engagement')
    engagedSince = undefined
    flush()
  }
  const comeBack = () => {
    engagedSince = engagedSince ?? Date.now()
  }
  document.addEventListener('visibilitychange', () =>
    document.visibilityState === 'hidden' ? leave() : comeBack(),
  )
  window.addEventListener('pagehide', leave)
  window.addEventListener('pageshow', event => event.persisted && comeBack())

  const measureHistory = () => {
    const { history } = window
    let address = location.href
    const onHistory = () => {
      if (location.href === address) return
      address = location.href
      // The tag asks the switches and consent, and reads the address, at the end of that time. So it
      // sends a page view that came after a withdrawal if a grant follows before the end.
      setTimeout(() => {
        if (config) hit('page_view', { page_location: location.href }, true)
      }, HISTORY_MS)
    }
    const pushState = history.pushState
    history.pushState = (...args) => {
      pushState.apply(history, args)
      onHistory()
    }
    window.addEventListener('popstate', onHistory)
  }
  if (ENHANCED) measureHistory()

  const layer = window[layerName] || []
  window[layerName] = layer
  // By index: a callback may push while the queue is read.
  for (let index = 0; index < layer.length; index += 1) handle(layer[index])
  const push = layer.push
  layer.push = (...entries) => {
    const length = push.apply(layer, entries)
    entries.forEach(handle)
    return length
  }
})()
