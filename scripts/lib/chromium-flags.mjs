// @ts-check

/**
 * Chromium uses only the last list of disabled features, so this list contains Playwright's own
 * list too. The features WebUI… are disabled because the address bar's popups are extra pages that
 * take as much processor time as the page under test.
 */
const DISABLED_FEATURES = `WebUIOmniboxPopup WebUIOmniboxAimPopup AvoidUnnecessaryBeforeUnloadCheckSync
  BlockOriginHeaderModificationOnRedirect BoundaryEventDispatchTracksNodeRemoval
  DestroyProfileOnBrowserClose DialMediaRouteProvider GlobalMediaControls HttpsUpgrades
  LensOverlay MediaRouter OptimizationHints PaintHolding ThirdPartyStoragePartitioning Translate`

/** Flags that keep Debian's Chromium from background work and from connecting to other machines. */
export const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  `--disable-features=${DISABLED_FEATURES.replace(/\s+/g, ',')}`,
  // Playwright's routes do not see requests that a closing page sends, so this rule keeps every
  // host but this machine unreachable.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
]
