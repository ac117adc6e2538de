/** What is said in Japanese about a tag of Google that sends data without a grant, too. */
export const withoutGrant: string =
  '同意がない場合や拒否した場合も、Cookieと永続的な識別子なしで送信: ページのアドレスとタイトル、参照元、日時、言語、画面、ブラウザ、ページでの操作、ネットワークアドレス'
