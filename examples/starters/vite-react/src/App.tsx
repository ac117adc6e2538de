import { useGranted } from '@spaceone/consent/react'

export const App = () => {
  const isGranted = useGranted('analytics')
  return (
    <>
      <header>
        <a href="#top">My site</a>
        <a href="#privacy">Privacy</a>
      </header>
      <main>
        <h1>My site</h1>
        <p>
          Make this page yours: put your ids, and the version and address of your privacy policy,
          into <code>consent.config.ts</code>.
        </p>
        <p>Before you agree, Microsoft Clarity and Channel Talk load and store nothing.</p>
        <p>Clarity is {isGranted ? 'allowed' : 'not allowed'}.</p>
        <h2 id="privacy">Privacy</h2>
        <p>Your policy stands here. These sections are made from what you declare:</p>
        <div data-consent-section="recipients" />
        <div data-consent-section="transfers" />
        <div data-consent-section="cookies" />
      </main>
      <footer>
        <a href="#privacy" data-consent-open>
          Cookie settings
        </a>
      </footer>
    </>
  )
}
