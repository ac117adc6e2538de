// A stand-in for Google's gtag.js, for the examples and the browser tests.
//
// Google's own file may not be distributed, and a test must not send requests to Google. This file
// imitates the observed behaviour of Google's tag in Chromium and Firefox: which requests the tag
// sends, which cookies the tag sets, and in which order. This file contains no code of Google's and
// measures nothing. Like Google's tag it sends to Google's address unless the page sets
// `server_container_url`, or the file comes from Google's tag gateway.
;(() => {
  const TWO_YEARS_SECONDS = 63072000
  const SESSION_SECONDS = 1800
  const BATCH_MS = 5000
  /**
   * Whether enhanced measurement is on: a setting of the Google Analytics property, not of the
   * page. Test servers turn it on.
   */
  const ENHANCED = false
  /**
   * How long after a change of the page's address enhanced measurement sends a page view, in
   * milliseconds.
   */
  const HISTORY_MS = 1100
  /** The event that enhanced measurement pushes to the data layer after `HISTORY_MS`. */
  const HISTORY_EVENT = 'gtm.historyChange-v2'

  /**
   * The address of Google's tag gateway, to which the paths of hits are appended; '' if the file
   * comes from Google. Test servers set it.
   */
  const GATEWAY = ''
  /** The id of the tag in the gateway's own file, whose address has no id. Test servers set it. */
  const PROPERTY = ''
  /** Google's address for hits, and the address for a hit that failed in transit. */
  const COLLECT = 'https://www.google-analytics.com/g/collect'
  const COLLECT_AGAIN = 'https://www.google.com/g/collect'
  /** The version of the tag, and the state of all consent signals, in the form of Google's tag. */
  const EVERY_HIT = { gtm: '45je5b1v9', gcd: '13l3l3l3l1l1' }

  const source = document.currentScript?.src
  if (!source) return
  const { searchParams } = new URL(source)
  const id = searchParams.get('id') || PROPERTY
  const layerName = searchParams.get('l') || 'dataLayer'

  const loaded = window.google_tag_manager || {}
  if (!id || loaded[id]) return
  loaded[id] = {}
  window.google_tag_manager = loaded

  /** The address that all later hits carry, even after the page's address has changed. */
  const addressAtLoad = location.href
  const defaults = {}
  const updates = {}
  const settingsOfSet = {}
  /** Events waiting to be sent, by the part of the address that a batch shares. */
  const batch = new Map()
  let batchTimer
  let config
  let clientId
  let session
  let isPageViewSent = false
  let engagedSince = document.visibilityState === 'visible' ? Date.now() : undefined

  const nowSeconds = () => Math.floor(Date.now() / 1000)
  const setting = name => config?.[name] ?? settingsOfSet[name]

  // A consent type that the page has not set counts as granted, so a `config` command before the
  // consent `default` sends in full.
  const isGranted = type => (updates[type] ?? defaults[type]) !== 'denied'
  const bit = type => (isGranted(type) ? 1 : 0)
  const gcs = () => `G1${bit('ad_storage')}${bit('analytics_storage')}`

  // The switches are read each time, so that a page can turn them on and off at any time.
  const isSwitchedOff = () =>
    window[`ga-disable-${id}`] === true || Boolean(window._gaUserPrefs?.ioo?.())

  /** Returns all cookies; '' in a frame without an origin, where reading them throws. */
  const readCookies = () => {
    try {
      return document.cookie
    } catch {
      return ''
    }
  }

  const valuesOf = name =>
    readCookies()
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
    try {
      document.cookie = [`${name}=${value}`, ...attributes.filter(Boolean)].join('; ')
    } catch {
      // The caller checks whether the cookie was stored.
    }
  }

  /** The cookie domains to try, widest first; '' is the page's own host only. */
  const cookieDomains = () => {
    const wanted = setting('cookie_domain') || 'auto'
    if (wanted === 'none') return ['']
    if (wanted !== 'auto') return [wanted]
    if (/^[\d.]+$/.test(location.hostname)) return ['']
    const labels = location.hostname.split('.')
    return [...labels.slice(1).map((_, more) => labels.slice(-2 - more).join('.')), '']
  }

  /**
   * Sets a cookie on the widest domain that the browser accepts; returns `false` if the browser
   * accepts none.
   */
  const storeCookie = (name, value) => {
    if (isSwitchedOff()) return false
    // With `cookie_update: false` the session cookie is renewed all the same.
    const isRenewed = setting('cookie_update') !== false || name === sessionCookieName()
    if (!isRenewed && valuesOf(name).length > 0) return true
    const copies = () => valuesOf(name).filter(found => found === value).length
    return cookieDomains().some(domain => {
      // The cookie is deleted first, so that a cookie of an earlier page is not mistaken for one
      // that has just been accepted.
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

  /**
   * Makes sure that there is a client id; returns `false` if consent allows cookies but none can be
   * set.
   */
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
    if (!server) return GATEWAY ? new URL(`${GATEWAY}/ga/g/c`, location.href).href : COLLECT
    // The tag resolves no path: it takes the first segment of a path as a host.
    const whole = /^https?:\/\//.test(server) ? server : `https://${server}`
    return new URL(`${whole.replace(/\/+$/, '')}/g/collect`).href
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
    // `window.fetch` is read at each call, so that an interceptor installed later is called too.
    const post = to =>
      Promise.resolve(window.fetch(to, isOne ? options : { ...options, body })).catch(() => {
        if (to.startsWith(COLLECT)) post(to.replace(COLLECT, COLLECT_AGAIN))
      })
    post(url)
  }

  // The opt-out switches are not read here: events that wait in a batch are sent although a switch
  // is on.
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
    const who = { v: 2, tid: id, ...EVERY_HIT, cid: clientId, sid: session.start, gcs: gcs() }
    const to = collectAddress()
    const address = `${to}${to.includes('?') ? '&' : '?'}${query({ ...who, dl, dt })}`
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
    // The cookies stay, but the next hits have a new client id.
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
      // The callback runs later, so that an error in the callback does not stop other commands.
      queueMicrotask(() => callback(known[field] ?? setting(field)))
    },
  }

  // Google's tag ignores plain arrays in the data layer, which is why `gtag` must push `arguments`.
  const isCommand = entry =>
    Object.prototype.toString.call(entry) === '[object Arguments]' && typeof entry[0] === 'string'
  const handle = entry => {
    if (entry?.event === HISTORY_EVENT && config)
      hit('page_view', { page_location: location.href }, true)
    if (!isCommand(entry)) return
    const [name, ...rest] = entry
    commands[name]?.(...rest)
  }

  // Both `visibilitychange` and `pagehide` report that the page is left; only the first one sends.
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
      // The tag reads the opt-out switches, the consent state and the address at the end of the
      // delay. So if a page changes its address after a withdrawal and consent is granted again
      // before the end, the page view is sent. The tag sends the page view while it pushes its own
      // event, by the `push` that the data layer has then.
      setTimeout(() => window[layerName].push({ event: HISTORY_EVENT }), HISTORY_MS)
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
  // The loop uses an index, because a callback may push while the queue is read.
  for (let index = 0; index < layer.length; index += 1) handle(layer[index])
  const push = layer.push
  layer.push = (...entries) => {
    const length = push.apply(layer, entries)
    entries.forEach(handle)
    return length
  }
})()
