/** `TextEncoder` and `TextDecoder`, for UTF-8. A part of the realm's script: see `realm.ts`. */
export const encodingSource = String.raw`
  class TextEncoder {
    get encoding() { return 'utf-8'; }
    encode(input = '') {
      const text = asText(input);
      const bytes = new Uint8Array(text.length * 3);
      return bytes.slice(0, this.encodeInto(text, bytes).written);
    }
    encodeInto(text, bytes) {
      let read = 0;
      let written = 0;
      while (read < text.length) {
        let code = text.charCodeAt(read);
        let units = 1;
        if (code >= 0xd800 && code <= 0xdfff) {
          const low = code < 0xdc00 ? text.charCodeAt(read + 1) : NaN;
          if (low >= 0xdc00 && low <= 0xdfff) {
            code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
            units = 2;
          } else code = 0xfffd;
        }
        const size = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
        if (written + size > bytes.length) break;
        if (size === 1) bytes[written++] = code;
        else {
          bytes[written++] = [0, 0, 0xc0, 0xe0, 0xf0][size] | (code >> (6 * (size - 1)));
          for (let shift = 6 * (size - 2); shift >= 0; shift -= 6) bytes[written++] = 0x80 | ((code >> shift) & 0x3f);
        }
        read += units;
      }
      return { read, written };
    }
  }

  class TextDecoder {
    #rest = [];
    get encoding() { return 'utf-8'; }
    decode(input, { stream = false } = {}) {
      const bytes = [...this.#rest, ...(input === undefined ? [] : new Uint8Array(input.buffer ?? input, input.byteOffset ?? 0, input.byteLength))];
      this.#rest = [];
      let text = '';
      for (let at = 0; at < bytes.length; ) {
        const first = bytes[at];
        const size = first < 0x80 ? 1 : first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
        if (size === 1) {
          text += String.fromCharCode(first);
          at += 1;
          continue;
        }
        let code = first & (0xff >> (size + 1));
        let more = 1;
        while (more < size && (bytes[at + more] & 0xc0) === 0x80) code = (code << 6) | (bytes[at + more++] & 0x3f);
        if (size > 0 && more === size && code >= [0, 0, 0x80, 0x800, 0x10000][size] && code < 0x110000 && (code < 0xd800 || code > 0xdfff)) {
          text += String.fromCodePoint(code);
          at += size;
        } else if (stream && size > more && at + more === bytes.length) {
          this.#rest = bytes.slice(at);
          break;
        } else {
          text += '\ufffd';
          at += Math.max(1, size > 0 ? more : 1);
        }
      }
      return text;
    }
  }
`;
