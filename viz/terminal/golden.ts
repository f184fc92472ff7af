/** Digests of scenes.ts as they were written down: made by `npm run golden`, with a reason in the commit. */
export const GOLDEN = `
global-bank 8787024bb0d3e7c9 67aeacb9542b2d35 0b93133fc6d641af
insurer abd5db4f57ff8b48 21dc11b58242f1ce e6363dfb242c8e9f
ibm-like 34a0c57badf43aac ddaf66e6042a5a82 0277b3b1ccd7424e
field-service 38f39699a2ef34bb 501d6a4d54c46bcf a211413e9b5252f0
oil-major f62b2665154ad644 c9ed55fc0b8121cd bf982d9fcfd460eb
remote-consultancy a8369d45caca2af0 24d869cc99817285 f4d75f2cd6730204
start-up 71a1ee61eeda9c02 897677cdda5ca31c 53bdb31fc7967e12
regulated-firm 2fbf2483aad047b6 0dff01956de3e912 b637a8baa4f3ec04
forced-ranking-shop 74ae87f4ec5f5b56 d5f585b033f57705 8c352c1e09d473af
vanity-sponsor c7aaa2ca32bcb915 c2cacb21288a939d ea45f770598d9f13
optimists-firm 8c77023f637f38bd 6222b4356898792c aaeef72a06e43aa0
measured-workplace 1d954f85eb743ecb d5897c03c55e2150 cbefe3b59c3314a0
dispersed-firm 6fc79ce9e5ec53a0 173a3232418ebb3a 996914fced9e58f8
grassroots-firm ec0aa66ce7982ce6 f5546d139bdfe4bc 6ceacc7eede52461
rare-expertise bbd16797ebeb7760 abf3f3f41b9dfbdb 6747b3573f4571ba
small-firm 0f3d833f53d165c4 29612a94bee0cddf 99c5ed30685aa242
short-horizon 68b21a4498b25f87 7f899219770e3608 1f9b5caea73dd6bc
informal-communities a87c0dc70689fd18 2167176b9902903c 73ee9e772c602dcf
`;
