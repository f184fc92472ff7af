/** Thirty names that break pages: markup, directions, emoji, templates, lengths, and nothing at all. */

const RIGHT_TO_LEFT = "\u202e";
const ISOLATE = "\u2067";

export const HOSTILE_NAMES: readonly string[] = [
  "",
  " ",
  "x".repeat(300),
  "x".repeat(120),
  "字".repeat(120),
  "<b>bold</b>",
  "<script>hacked=1</script>",
  "<img src=x onerror=hacked=1>",
  "</text></svg><script>hacked=1</script>",
  '"><marquee onstart=hacked=1>',
  "&lt;b&gt; &amp; &quot;",
  "javascript:hacked=1",
  "{{constructor.constructor('hacked=1')()}}",
  "${hacked=1}",
  "'; drop table plans; --",
  `${RIGHT_TO_LEFT}tsrif mroftalp`,
  `${ISOLATE}isolated`,
  "תוכנית ראשונה",
  "خطة أولى 123",
  "👩‍👩‍👧‍👦 family first 🏴‍☠️",
  "Z͑ͫ̓ͪ̂ͫ̽a̴̵̲l͞g̡o",
  "line\nbreak",
  "tab\tbed",
  "null\u0000byte",
  "\ud800 lone",
  "__proto__",
  "constructor",
  "undefined",
  "NaN",
  "Problems first",
  "ﷺ﷽".repeat(20),
  "very long words without any space at all in a name that goes on and on and on and on until the very end of it",
];
