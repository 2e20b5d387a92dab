/** What a part of the case says without what differs from one enterprise to the next: two cases with the same gist were copied. */
import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';
import { cleanText } from '../codec/clean';

/** Shorter texts are alike by chance. */
export const LEAST_GIST = 40;

/** The text itself, blanks aside. */
export function exactText(text: string): string {
  return cleanText(text).replaceAll(/\s+/gu, '');
}

/** Without the names given, digits, Latin letters, blanks and punctuation; '' where too little is left to tell by. */
export function gistText(text: string, names: readonly string[]): string {
  let rest = exactText(text);
  for (const name of names) if (name.length > 1) rest = rest.replaceAll(exactText(name), '');
  rest = rest.replaceAll(/[^\p{Script=Han}]+/gu, '');
  return rest.length < LEAST_GIST ? '' : rest;
}

/** 64 bits of SHA-256 (FIPS 180-4): enough to tell texts apart, and nobody reads a text out of it. */
export function digest(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text))).slice(0, 16);
}
