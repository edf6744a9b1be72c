"""Function words of the languages in Latin script that langdetect knows, English left out.

Our own compilation. Words that are English words too ("die", "in", "no") stand in no list: the lists tell whether a
text has signs of another language, not which language it is.
"""

FUNCTION_WORDS = frozenset(
    """
    en van het nie om vir wat hy sy ook maar deur aan met
    de la el els les que una amb del dels és però més va com són als
    se na je že ve pro jsou jako ale který podle byl bylo byla také jeho už ze není po při nebo mezi bude
    yn mae ar yr ei wedi gan oedd hefyd ond bod cael fod sydd
    og det til er af på med ikke som har var der blev efter også kan vil
    der und das von zu mit sich ist nicht auf ein eine dem des auch für im als werden wird wurde sind hat nach
    bei aus dass
    de la el que los en las del una por con para se su al es lo más como pero fue este
    ja ta et oli mis aga kui ka oma selle ning see pole eesti nende
    ja ei se että oli hän mutta kun myös joka ovat kuin sen mukaan tai jotka ollut vain olivat vuonna hänen
    de la le les et des en un une du est que dans qui sur par pour au pas il elle avec ses cette sont
    je se na da su za od koji kao što nije bio bila biti ali iz ili samo
    az és hogy nem egy meg mint csak volt de már még kell ez lehet amely után
    yang dan di dari untuk dengan pada ini itu dalam tidak akan oleh adalah juga ke
    di che il la un una con del della nel non si gli dei delle sono anche ha più alla
    ir yra kad su iš buvo bet kaip tai jau taip tik nuo dėl apie
    un ir uz ar par ka bija kas arī kā pēc bet vai gan
    de het een van en dat niet met voor zijn te op aan er ook als door naar hij bij werd maar uit
    og det til er av på med ikke som har var blir etter også kan vil fra
    się na nie że jest jak przez od po za jego przy było był oraz dla może tym który ze które roku
    de que não uma com os para da em dos das na por mais como foi ao ele sua um
    și de la în cu nu care pe din este sau pentru mai sunt fost că au prin după
    sa na je že vo pre sú ako ale ktorý podľa bol bolo bola tiež jeho už zo nie po pri alebo medzi bude
    je se na da za ki pa kot bil bila pri tudi tako lahko še
    iyo waxaa uu ka ku oo ah ay wuxuu lagu aan loo kale
    në dhe të për një nga është që se ka nuk janë ishte si
    och att det som för på är av med till inte har om ett var från efter också de
    ya na wa kwa ni katika za la kuwa hii cha yake hiyo huo
    ng sa ang mga na ay ito hindi para siya niya nang
    ve bir bu da de için ile olarak olan daha çok gibi kadar sonra ise ancak göre
    và của là có trong cho được không một các với người đã những này
    """.split()
)
