import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import WebDriver, { type Client } from 'webdriver'
import { BROWSERS } from '../../scripts/lib/browsers.mjs'
import { freePort } from '../support/free-port.ts'

const START_MS = 20_000
const STOP_MS = 5000

/**
 * Becomes the driver, in a group of its own. When the input closes, also because whoever held it was
 * killed, the group is interrupted: the driver, and a browser that was left open. `xvfb-run`, outside
 * of the group, then puts its display away.
 */
const UNTIL_INPUT_CLOSES =
  'exec 3<&0; (read -r _ <&3; kill -s INT -- -$$ 2>&-) & exec "$0" "$@" 3<&-'

/** A running driver. It holds one session at a time. */
export interface WebKit {
  /**
   * Opens a browser with nothing stored. `client.deleteSession()` closes it.
   *
   * @param proxy Host and port that every address is asked from, except this machine's own.
   */
  open(proxy: string): Promise<Client>
  /** Ends the driver, its display and a browser that was left open. */
  stop(): Promise<void>
}

/** Starts WebKitGTK's driver on a display of its own. Rejects where it is not installed. */
export const startWebKit = async (): Promise<WebKit> => {
  const { webkit, webkitDriver, display } = BROWSERS
  for (const { path, package: name } of [webkitDriver, webkit, display])
    if (!existsSync(path))
      throw new Error(`There is no ${path}. Install it: apt-get install -y ${name}.`)

  const port = await freePort()
  const child = spawn(
    display.path,
    ['-a', 'setsid', 'sh', '-c', UNTIL_INPUT_CLOSES, webkitDriver.path, `--port=${port}`],
    {
      stdio: ['pipe', 'ignore', 'pipe'],
      // Ctrl-C in the terminal must not end xvfb-run before it has tidied up.
      detached: true,
      // On a desktop with Wayland the browser would otherwise open a window there.
      env: { ...process.env, GDK_BACKEND: 'x11', WAYLAND_DISPLAY: '' },
    },
  )
  let complaints = ''
  let isOver = false
  child.stderr.setEncoding('utf8').on('data', text => {
    complaints += text
  })
  const over = new Promise<void>(resolve => {
    for (const event of ['exit', 'error'] as const)
      child.once(event, reason => {
        isOver = true
        if (reason instanceof Error) complaints += reason.message
        child.stdin.end()
        resolve()
      })
  })

  const stop = async () => {
    child.stdin.end()
    await Promise.race([over, sleep(STOP_MS, undefined, { ref: false })])
    if (!isOver && child.pid) process.kill(-child.pid, 'SIGTERM')
    child.stderr.destroy()
  }

  const deadline = Date.now() + START_MS
  while (!(await isReady(port))) {
    if (isOver || Date.now() > deadline) {
      await stop()
      const how = isOver ? 'ended at once' : `does not answer after ${START_MS / 1000} s`
      throw new Error(`${webkitDriver.path} ${how}. ${complaints}`.trim())
    }
    await sleep(50)
  }

  return {
    open: proxy =>
      WebDriver.newSession({
        hostname: '127.0.0.1',
        port,
        path: '/',
        logLevel: 'error',
        // A click that is sent again is a second click.
        connectionRetryCount: 0,
        capabilities: capabilitiesWith(proxy),
      }),
    stop,
  }
}

const capabilitiesWith = (proxy: string) => ({
  'wdio:enforceWebDriverClassic': true,
  // What stands for Google's own addresses; nothing else outside is reached.
  acceptInsecureCerts: true,
  'webkitgtk:browserOptions': {
    binary: BROWSERS.webkit.path,
    // WebDriver's own `proxy` would speak TLS to the proxy for https, and so not say where to.
    args: ['--automation', `--proxy=http://${proxy}`, '--ignore-host=127.0.0.1'],
  },
})

const isReady = async (port: number): Promise<boolean> => {
  try {
    return (await fetch(`http://127.0.0.1:${port}/status`)).ok
  } catch {
    return false
  }
}
