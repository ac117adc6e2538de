// @ts-check

/**
 * Chromium takes the last such list, so Playwright's own is in it. The popups of the address bar (WebUI…)
 * are pages of their own beside each page, and take as much of the processor.
 */
const DISABLED_FEATURES = `WebUIOmniboxPopup WebUIOmniboxAimPopup AvoidUnnecessaryBeforeUnloadCheckSync
  BlockOriginHeaderModificationOnRedirect BoundaryEventDispatchTracksNodeRemoval
  DestroyProfileOnBrowserClose DialMediaRouteProvider GlobalMediaControls HttpsUpgrades
  LensOverlay MediaRouter OptimizationHints PaintHolding ThirdPartyStoragePartitioning Translate`

/** What keeps Debian's Chromium to the page under test, and from every other machine. */
export const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  `--disable-features=${DISABLED_FEATURES.replace(/\s+/g, ',')}`,
  // What leaves while a page goes is asked of no route: it must not reach Google either.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
]
