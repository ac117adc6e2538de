// @ts-check

/**
 * If Chromium gets several lists of disabled features, it uses only the last. So this list contains
 * Playwright's own list too. The features WebUI… are disabled because the address bar's popups are
 * pages, and each takes as much processor time as the page under test. AutofillServerCommunication
 * asks Google about the forms of a page.
 */
const DISABLED_FEATURES = `WebUIOmniboxPopup WebUIOmniboxAimPopup AutofillServerCommunication
  AvoidUnnecessaryBeforeUnloadCheckSync BlockOriginHeaderModificationOnRedirect BoundaryEventDispatchTracksNodeRemoval
  DestroyProfileOnBrowserClose DialMediaRouteProvider GlobalMediaControls HttpsUpgrades
  LensOverlay MediaRouter OptimizationHints PaintHolding ThirdPartyStoragePartitioning Translate`

/**
 * The flags that stop Debian's Chromium from working in the background and from connecting to other
 * machines.
 */
export const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  `--disable-features=${DISABLED_FEATURES.replace(/\s+/g, ',')}`,
  // Playwright's routes do not see the requests of a closing page. With this rule Chromium can
  // reach no host but this machine.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
]
