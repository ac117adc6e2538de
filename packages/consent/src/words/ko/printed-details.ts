// Written by a test from details.ts, see printed-details.test.ts. Do not edit.
import type { Fact } from '../../inventory/tree.ts'

/** What the banner says about services whose words come with it, by name. */
export const printed: Readonly<Record<string, readonly Fact[]>> = {
  "Google Analytics": [
    ["목적",[{"text":"이용 통계 분석, 서비스 개선"}]],
    ["수집 항목",[{"text":"방문 페이지, 페이지 제목, 이전 페이지, 클릭, 시각, 대략적인 지역, 브라우저, 언어, 기기, 화면 크기, IP 주소, 쿠키 식별자(_ga, _ga_*)"}]],
    ["정보를 받는 자",[{"text":"Google LLC(미국)"},{"text":"https://support.google.com/policies/contact/general_privacy_form","link":"https://support.google.com/policies/contact/general_privacy_form"},{"text":"개인정보 처리방침","link":"https://policies.google.com/privacy"}]],
    ["받는 자의 이용 목적",[{"text":"이 사이트에 통계 제공"}]],
    ["전송 시기 및 방법",[{"text":"사이트 이용 시"},{"text":"이용자의 브라우저에서 네트워크를 통해 암호화하여 전송"}]],
    ["보유 기간",[{"text":"이 사이트의 설정에 따라 최대 14개월"},{"text":"기간 만료 후 Google이 자동 삭제"}]],
    ["쿠키 최대 보유 기간",[{"text":"13개월"}]],
    ["그 밖의 거부 방법",[{"text":"Google이 제공하는 브라우저 부가 기능으로도 거부 가능","link":"https://tools.google.com/dlpage/gaoptout"}]],
  ],
}
