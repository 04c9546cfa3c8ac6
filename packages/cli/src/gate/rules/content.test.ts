import { describe, expect, test } from 'vitest';
import { contentFindings, markupFindings } from './content.ts';
import { parsePolicy } from './csp.ts';

const origin = 'https://shop.example';
const policy = parsePolicy(
  "default-src 'none'; script-src 'self' https://cdn.shop.example 'sha256-x'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self' https://cdn.shop.example; require-trusted-types-for 'script'",
);
const found = (path: string, text: string) =>
  contentFindings([{ path, text }], { policy, origin }).map(
    ({ severity, code, what }) => [`${severity} ${code}`, what] as const,
  );
const codes = (path: string, text: string) => found(path, text).map(([code]) => code);

describe('scripts', () => {
  test.each([
    ['eval(text)', ['refusal csp-eval']],
    ['window.eval(text)', ['refusal csp-eval']],
    ['new Function("return 1")()', ['refusal csp-eval']],
    ['try { new Function("") } catch {}', ['warning csp-eval']],
    ['setTimeout("go()", 10)', ['refusal csp-eval']],
    ['setTimeout(go, 10)', []],
    ['parser.eval(text)', []],
    ['retrieval(x); medieval.eval2(x)', []],
    ['document.createElement("style")', ['refusal csp-style']],
    ['(0, r.jsx)("style", { children: css })', ['refusal csp-style']],
    ['document.createElement("div")', []],
    ['node.setAttribute("style", "color:red")', ['refusal csp-style']],
    ['node.style.color = "red"', []],
    ['node.innerHTML = html', ['refusal csp-trusted-types']],
    ['node.textContent = text', []],
    ['document.write("x")', ['refusal csp-trusted-types']],
    ['fetch("https://api.elsewhere.example/v1")', ['refusal csp-origin']],
    ['fetch("https://cdn.shop.example/x.json")', []],
    ['fetch("/api/cart")', []],
    ['fetch(`https://api.elsewhere.example`)', ['refusal csp-origin']],
    ['new WebSocket("wss://live.example")', ['refusal csp-origin']],
    ['navigator.sendBeacon("https://stats.example/b", data)', ['refusal csp-origin']],
    ['import("https://esm.example/react")', ['refusal csp-origin']],
    ['const link = "https://elsewhere.example/a"; use(link)', []],
    ['jsx("a", { href: "https://elsewhere.example" })', []],
    ['eval(a); eval(b)', ['refusal csp-eval']],
  ])('%s', (text, expected) => expect(codes('a.js', text)).toEqual(expected));

  test('the origin is named', () =>
    expect(found('a.js', 'fetch("https://api.elsewhere.example/v1")')[0]?.[1]).toContain(
      'https://api.elsewhere.example',
    ));
});

describe('styles', () => {
  test.each([
    ['a{background:url(https://img.example/a.png)}', ['refusal csp-origin']],
    ['a{background:url("//img.example/a.png")}', ['refusal csp-origin']],
    ['a{background:url(data:image/png;base64,AA)}', []],
    ['a{background:url(./a.png)}', []],
    ['@import "https://fonts.example/css";', ['refusal csp-origin']],
    ['@font-face{src:url(https://fonts.example/a.woff2)}', ['refusal csp-origin']],
    ['/* url(https://img.example/a.png) */ a{}', []],
    ['a{background:url(https://shop.example/a.png)}', []],
  ])('%s', (text, expected) => expect(codes('a.css', text)).toEqual(expected));
});

test('a policy that allows it is no obstacle', () => {
  const open = parsePolicy("script-src 'self' 'unsafe-eval'; connect-src *");
  const files = [{ path: 'a.js', text: 'eval(x); fetch("https://elsewhere.example")' }];
  expect(contentFindings(files, { policy: open, origin })).toEqual([]);
});

test('a style attribute in the first paint', () => {
  expect(markupFindings('<p style="color:red">', '/hello')[0]?.code).toBe('csp-style');
  expect(markupFindings('<p class="style">', '/hello')).toEqual([]);
});
