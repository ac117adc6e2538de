/** What is said in Korean about a tag of Google that sends data without a grant, too. */
export const withoutGrant: string =
  '동의하지 않거나 거부한 경우에도 쿠키와 지속적인 식별자 없이 전송됨: 페이지 주소와 제목, 유입 경로, 시각, 언어, 화면, 브라우저, 페이지에서의 동작, 네트워크 주소'
