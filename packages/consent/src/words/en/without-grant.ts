/** What is said in English about a tag of Google that sends data without a grant, too. */
export const withoutGrant: string =
  'Also sent without consent and after a refusal, without cookies and without a lasting ID: page address and title, referrer, time, language, screen, browser, actions on the page, network address'
