// A stand-in for a container of Google Tag Manager, for the examples and the browser tests.
//
// This file imitates the observed behaviour of Google Tag Manager, and contains no code of
// Google's: it reads the data layer from the start, and at the event `gtm.js` inserts gtag.js with
// a TrustedScriptURL. The container has a tag for one Google Analytics property, and a tag that
// sends every event of the site, but none of the SDK's, to that property. Commands to the tag,
// consent included, keep the order of the data layer.
;(() => {
  /** The property of the container's tag. Servers of examples set '': a container without tags. */
  const PROPERTY = 'G-WRAPPED'
  /** The address from which the container loads its tag. Test servers with a gateway change it. */
  const TAGS = 'https://www.googletagmanager.com'

  const { searchParams } = new URL(document.currentScript.src)
  const id = searchParams.get('id')
  const layerName = searchParams.get('l') || 'dataLayer'

  const loaded = window.google_tag_manager || {}
  if (!id || loaded[id]) return
  loaded[id] = { dataLayer: {} }
  window.google_tag_manager = loaded
  if (!PROPERTY) return

  // The container's own queue of commands to the tag. The container does not write to the page's
  // data layer.
  const commands = []
  window.gtmStandIn = commands
  function tell() {
    // biome-ignore lint/complexity/noArguments: the tag takes arguments objects only
    commands.push(arguments)
  }

  const trusted = window.trustedTypes?.createPolicy('gtm-stand-in', { createScriptURL: url => url })

  let isTagLoaded = false
  const loadTag = () => {
    if (isTagLoaded) return
    isTagLoaded = true
    const url = `${TAGS}/gtag/js?id=${PROPERTY}&l=gtmStandIn`
    const script = document.createElement('script')
    script.async = true
    script.src = trusted ? trusted.createScriptURL(url) : url
    const [first] = document.getElementsByTagName('script')
    first.parentNode.insertBefore(script, first)
  }

  const start = () => {
    tell('js', new Date())
    tell('config', PROPERTY)
    loadTag()
  }

  const handle = entry => {
    if (Object.prototype.toString.call(entry) === '[object Arguments]') {
      if (['consent', 'set'].includes(entry[0])) tell(...entry)
    } else if (entry?.event === 'gtm.js') start()
    else if (typeof entry?.event === 'string' && !/^(gtm\.|spaceone_)/.test(entry.event))
      tell('event', entry.event)
  }

  window[layerName] = window[layerName] || []
  const layer = window[layerName]
  for (let index = 0; index < layer.length; index += 1) handle(layer[index])
  const push = layer.push
  layer.push = (...entries) => {
    const length = push.apply(layer, entries)
    entries.forEach(handle)
    return length
  }
})()
