/** Markup that is safe to put into markup. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Part = string | number | undefined | Html | readonly Html[];

/** A template whose values are escaped, unless they are markup themselves. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
  const pieces = strings.map((text, index) => text + (index < parts.length ? toText(parts[index]) : ''));
  return new Html(pieces.join(''));
}

function toText(part: Part): string {
  if (part === undefined) return '';
  if (part instanceof Html) return part.text;
  if (typeof part === 'object') return part.map(({ text }) => text).join('');
  return String(part).replaceAll(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}

/** A page of the platform's own tools: one column, system type, light and dark. */
export function page(options: { title: string; body: Html; nav?: Html; refreshSeconds?: number }): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        ${options.refreshSeconds === undefined ? undefined : html`<meta http-equiv="refresh" content="${options.refreshSeconds}" />`}
        <title>${options.title} · Tessera</title>
        <style>
          ${new Html(styles)}
        </style>
      </head>
      <body>
        <a class="skip" href="#main">Skip to content</a>
        <header>${options.nav ?? html`<strong>Tessera</strong>`}</header>
        <main id="main" tabindex="-1">${options.body}</main>
      </body>
    </html>`.text;
}

const styles = `
:root { color-scheme: light dark; --line: light-dark(#d9d9de, #3a3a42); --muted: light-dark(#56565f, #a6a6b0);
  --surface: light-dark(#fff, #17171b); --raised: light-dark(#f6f6f8, #212127); --text: light-dark(#1b1b1f, #ececf1);
  --accent: light-dark(#3d4ed1, #a9b4ff); --danger: light-dark(#b3261e, #ff8f85); }
* { box-sizing: border-box; }
body { margin: 0; font: 16px/1.5 system-ui, sans-serif; background: var(--surface); color: var(--text); }
header { display: flex; gap: 4px 20px; flex-wrap: wrap; align-items: center; padding: 12px 24px; border-bottom: 1px solid var(--line); }
nav ul { display: flex; flex-wrap: wrap; gap: 4px 16px; list-style: none; margin: 0; padding: 0; }
nav a { display: inline-block; padding: 10px 4px; }
main { max-width: 1100px; margin: 0 auto; padding: 24px; outline: none; }
a { color: var(--accent); } a[aria-current] { color: var(--text); font-weight: 600; text-decoration: none; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
h1 { font-size: 28px; line-height: 1.2; margin: 8px 0 16px; } h2 { font-size: 20px; margin: 32px 0 12px; }
.scroll { overflow-x: auto; } table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { text-align: start; padding: 8px 12px; border-bottom: 1px solid var(--line); vertical-align: top; }
th { font-weight: 600; color: var(--muted); } td.number, th.number { text-align: end; }
button, .button { font: inherit; min-height: 44px; padding: 8px 16px; border-radius: 8px; border: 1px solid var(--line); background: var(--raised); color: var(--text); cursor: pointer; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; background: var(--raised); padding: 12px; border-radius: 8px; font-size: 13px; margin: 0; }
.muted { color: var(--muted); } .danger { color: var(--danger); font-weight: 600; }
.empty { padding: 32px; text-align: center; border: 1px dashed var(--line); border-radius: 12px; color: var(--muted); }
.skip { position: absolute; inset-inline-start: -9999px; } .skip:focus { position: static; }
iframe { width: 100%; min-height: 480px; border: 1px solid var(--line); border-radius: 8px; background: #fff; }
.waterfall svg { width: 100%; height: auto; } .bar { fill: var(--accent); } .bar.fault { fill: var(--danger); }
.waterfall text { font: 12px system-ui, sans-serif; fill: var(--text); }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 4px 16px; } dt { color: var(--muted); } dd { margin: 0; }
ol.log { list-style: none; padding: 0; display: grid; gap: 12px; } ol.log p { margin: 0 0 4px; }
form.filter { display: flex; gap: 12px; align-items: end; flex-wrap: wrap; margin-bottom: 16px; }
label { display: grid; gap: 4px; } input, select { font: inherit; min-height: 44px; padding: 8px 12px; border: 1px solid var(--muted); border-radius: 8px; background: var(--surface); color: var(--text); }
`;
