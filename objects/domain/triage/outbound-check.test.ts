import { describe, expect, it } from "vitest";
import type { Fact } from "./decision.ts";
import { checkOutbound } from "./outbound-check.ts";

const FACTS: readonly Fact[] = [
  { name: "rentMonthly", value: 2400, record: "unit/rentMonthly" },
  { name: "availableFrom", value: "2026-03-01", record: "unit/availableFrom" },
];

const found = (text: string) =>
  checkOutbound(text, { facts: FACTS }).map((finding) => `${finding.rule} ${finding.severity}`);

describe("outbound guardrails", () => {
  it("let a reply of recorded facts pass", () => {
    expect(found("Hi Ana,\nRent: 2400 per month. Available from: 2026-03-01.")).toEqual([]);
    expect(found("The rent is $2,400.")).toEqual([]);
  });

  it("[T40] block words about who lives there, safety and schools", () => {
    for (const text of [
      "It is a safe neighborhood.",
      "Great schools nearby.",
      "Mostly young professionals live here.",
      "It's perfect for families.",
    ])
      expect(found(text)).toEqual(["T40 steering block"]);
  });

  it("[T41] block refusing, preferring or asking about a protected class", () => {
    for (const text of [
      "Sorry, no Section 8.",
      "We don't accept vouchers.",
      "No kids please.",
      "Females only.",
      "Are you married?",
    ])
      expect(found(text)).toContain("T41 refuses_protected block");
  });

  it("[T42] block asking for payment or identity data", () => {
    expect(found("Please send your SSN and a photo.")).toContain("T42 asks_sensitive_data block");
    expect(found("Can you share your card number?")).toContain("T42 asks_sensitive_data block");
  });

  it("[T43] block text that holds such data", () => {
    expect(found("Your card 4111 1111 1111 1111 was received.")).toContain("T43 holds_sensitive_data block");
  });

  it("[T44] warn about a number that no record holds", () => {
    expect(found("The rent is $2,300.")).toEqual(["T44 unrecorded_number warn"]);
    expect(found("You can come at 4:30.")).toEqual(["T44 unrecorded_number warn"]);
    expect(checkOutbound("You can come at 4:30 PM.", { facts: [], allowedTexts: ["4:30 PM"] })).toEqual([]);
  });

  it("[T45] warn about promises", () => {
    expect(found("I promise you will get it.")).toEqual(["T45 promise warn"]);
  });

  it("[T46] block abuse", () => {
    expect(found("Don't be stupid.")).toEqual(["T46 abuse block"]);
  });

  it("[T47] block the claim that a person writes", () => {
    expect(found("I am a real person, not a bot.")).toEqual(["T47 claims_human block"]);
    expect(found("This is an automated assistant; a person can answer you.")).toEqual([]);
  });

  it("[T48] block payment outside the agreed way", () => {
    expect(found("Please pay via Zelle today.")).toEqual(["T48 off_platform_payment block"]);
  });

  it("[T49] block empty and overlong texts", () => {
    expect(found("   ")).toEqual(["T49 empty_or_long block"]);
    expect(found("word ".repeat(2_000))).toEqual(["T49 empty_or_long block"]);
  });
});

describe("outbound guardrails in Spanish", () => {
  it.each([
    ["[T40]", "Es un barrio muy seguro.", "T40 steering block"],
    ["[T40]", "Hay buenas escuelas cerca.", "T40 steering block"],
    ["[T40]", "En el edificio hay muchas familias.", "T40 steering block"],
    ["[T40]", "Es ideal para estudiantes.", "T40 steering block"],
    ["[T41]", "Lo siento, no aceptamos vales de Sección 8.", "T41 refuses_protected block"],
    ["[T41]", "No se permiten niños.", "T41 refuses_protected block"],
    ["[T41]", "Solo rentamos a mujeres.", "T41 refuses_protected block"],
    ["[T41]", "¿Está usted embarazada?", "T41 refuses_protected block"],
    ["[T41]", "¿Tiene hijos?", "T41 refuses_protected block"],
    ["[T42]", "Envíe por favor su número de seguro social.", "T42 asks_sensitive_data block"],
    ["[T42]", "Necesitamos una foto de su identificación.", "T42 asks_sensitive_data block"],
    ["[T45]", "Le garantizo el apartamento.", "T45 promise warn"],
    ["[T45]", "Ya está aprobado.", "T45 promise warn"],
    ["[T46]", "No sea estúpido.", "T46 abuse block"],
    ["[T47]", "Soy una persona, no soy un robot.", "T47 claims_human block"],
    ["[T48]", "Pague el depósito por Zelle.", "T48 off_platform_payment block"],
  ])("%s find it in %s", (_, text, finding) => {
    expect(found(text)).toContain(finding);
  });

  it("let plain words pass", () => {
    for (const text of [
      "Hola Ana, sí, sigue disponible. ¿Le gustaría verlo el jueves?",
      "No hay problema con los niños, son bienvenidos.",
      "Una persona de nuestro equipo le contestará pronto.",
      "La solicitud se llena en línea; ahí le piden sus datos.",
      "El edificio tiene elevador y lavandería.",
      "El depósito se paga al firmar el contrato.",
    ])
      expect([text, found(text)]).toEqual([text, []]);
  });
});
