/** Digests of scenes.ts as they were written down: made by `npm run golden`, with a reason in the commit. */
export const GOLDEN = `
global-bank 6922df6d084aa699 417df0e5b8e0a2d1 d967c5e9ff2de103
insurer c66d736ea8442a5f c92f566348b0b136 cbd43aa5bd93df36
ibm-like 0dfc7f33cb4bd8b6 b822e7016e1a1ce1 8de837c7c2ac85bd
field-service 52e08234a7681212 a151e02b86289a79 47c8c00db6e2b8be
oil-major bbabed939687772a 57333981d6f8bb0d f15e913072aed966
remote-consultancy d0f7a14ed7855e78 958f462aa2f01867 68de93e8fa9dbbd0
start-up 0de4750ca0ae5948 58bc45cbcbfb9d0d fbbcf477396d7cbc
regulated-firm 33d9f88216c378fb 3cd27425f6b8858a 3e600094aaf3741e
forced-ranking-shop 275e702a7199509a 58bd4fa4b4e55a1b 1eb70313fe1f3465
vanity-sponsor 2e7513f24f2b57c7 008ab4a6e8393f82 204109555d78afa3
optimists-firm 97415a2ef7ac4646 696a92354dff22f0 853c9f8b31316627
measured-workplace 84cdbb9506606dee 28333612743bd9b0 c785274e5e10e521
dispersed-firm 8a2a0163a456018d 87023f831ac90587 34a596d9ca9b9b1e
grassroots-firm 015f4559c0c4336b a943a17a161b2ecc 9857e0c13bea786d
rare-expertise 530938439e6ec57a 0b2834061f8609cd a7ac35ce7e7c2c36
small-firm 41876d578ca44058 1cc2b59194a4e877 0c197ded6ccceae0
short-horizon ea6d3d7a31e34f6b cf082ccffbe0ee76 479f400b1ff95df8
informal-communities bce3894345c37215 652179a90165037f 7a3ec6b94ef86329
`;
